package org.redress.intake;

import com.fasterxml.jackson.databind.JsonNode;
import org.redress.review.Applications;
import org.springframework.stereotype.Service;

/** Takes an application in the shape that every sender uses, whatever road it came by. */
@Service
public class ApplicationIntake {

    private final BodyBinder binder;
    private final Applications applications;
    private final RepeatedPosts repeatedPosts;

    ApplicationIntake(BodyBinder binder, Applications applications, RepeatedPosts repeatedPosts) {
        this.binder = binder;
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
        return take(binder.bind(body, ApplicationBody.class), key, account);
    }

    /** Opens a case for an application that came over REST. */
    String take(Sent<ApplicationBody> sent, String key, String account) {
        RepeatedPosts.check(key);
        ApplicationBody said = sent.whole();
        return repeatedPosts.once(
                account,
                key,
                sent.json(),
                () -> applications.receive(said.newCase(), said.applicant().consentHeld(), account));
    }
}
