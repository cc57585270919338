package org.redress.intake;

import com.fasterxml.jackson.databind.JsonNode;
import org.redress.review.Applications;
import org.springframework.stereotype.Service;

/** Takes an application in the shape that every sender uses, whatever road it came by. */
@Service
public class ApplicationIntake {

    private final ApplicationReader reader;
    private final Applications applications;
    private final RepeatedPosts repeatedPosts;

    ApplicationIntake(ApplicationReader reader, Applications applications, RepeatedPosts repeatedPosts) {
        this.reader = reader;
        this.applications = applications;
        this.repeatedPosts = repeatedPosts;
    }

    /**
     * Opens a case for the application.
     *
     * @param key makes a repeated post count once; null where the sender gave none
     * @param account who hands it in
     * @return the reference
     * @throws FieldsRefused naming every field that is wrong; nothing is stored then
     */
    public String take(JsonNode body, String key, String account) {
        RepeatedPosts.check(key);
        ApplicationReader.Read read = reader.read(body);
        return repeatedPosts.once(
                account,
                key,
                body.toString(),
                () -> applications.receive(read.application(), read.consentHeld(), account));
    }
}
