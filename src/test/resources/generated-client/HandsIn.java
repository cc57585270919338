import client.ApiClient;
import client.api.ApplicationsApi;
import client.api.CasesApi;
import client.model.AllegationSent;
import client.model.Applicant;
import client.model.Application;
import client.model.ApplicationTaken;
import client.model.CaseFacts;
import client.model.CaseFile;
import client.model.Clock;
import client.model.Complaint;
import client.model.DocumentTaken;
import client.model.FieldFault;
import client.model.Outcome;
import client.model.Papers;
import client.model.PapersTaken;
import client.model.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.web.client.RestClientResponseException;

/** What somebody would write against the generated client; compiled together with it, so its types are proved too. */
public class HandsIn implements UnaryOperator<Map<String, String>> {

    @Override
    public Map<String, String> apply(Map<String, String> given) {
        Map<String, String> told = new HashMap<>();
        ApplicationsApi applications = new ApplicationsApi(as("intake", given.get("house")));
        CasesApi force = new CasesApi(as("intake", given.get("house")));
        CasesApi reader = new CasesApi(as("caseworker1", given.get("house")));

        Application application = application();
        String key = UUID.randomUUID().toString();
        ApplicationTaken taken = applications.handInApplication(application, key);
        told.put("reference", taken.getReference());
        told.put("again", applications.handInApplication(application, key).getReference());
        String reference = taken.getReference().replace('/', '-');

        PapersTaken papers = force.handInPapers(reference, new Papers()
                .receivedOn(LocalDate.parse("2026-03-09"))
                .facts(new CaseFacts().recorded(true).investigation(CaseFacts.InvestigationEnum.NONE)), null);
        told.put("papersTaken", papers.getReceivedOn() + " " + papers.getNotTaken());
        told.put("document", document(force, reference));

        CaseFile file = reader.readCase(reference);
        told.put("state", file.getState().getValue());
        told.put("applicant", file.getParties().get(0).getFullName());
        told.put("allegation", file.getAllegations().get(0).getText());
        List<Clock> clocks = reader.readClocks(reference, null);
        told.put("clocks", clocks.stream()
                .map(clock -> clock.getClock() + " " + clock.getState() + " " + clock.getDueOn())
                .collect(Collectors.joining(", ")));
        told.put("refused", refused(applications));
        return told;
    }

    private static Application application() {
        return new Application()
                .channel(Application.ChannelEnum.FORM)
                .receivedAt(OffsetDateTime.parse("2026-03-02T09:14:00Z"))
                .applicant(new Applicant()
                        .fullName("Marisol Quenby-Adeleke")
                        .email("marisol.qa@example.org")
                        .preferredContact(Applicant.PreferredContactEnum.EMAIL)
                        .isComplainant(true))
                .complaint(new Complaint()
                        .forceReference("PC/generated " + System.nanoTime())
                        .madeOn(LocalDate.parse("2025-10-01"))
                        .addAllegationsItem(new AllegationSent()
                                .text("The officer did not collect the footage that I named in writing")))
                .outcome(new Outcome()
                        .letterDate(LocalDate.parse("2026-02-10"))
                        .sentOn(LocalDate.parse("2026-02-10"))
                        .reviewRightsGiven(true)
                        .handling(Outcome.HandlingEnum.NONE));
    }

    private static String document(CasesApi force, String reference) {
        try {
            File letter = Files.writeString(Files.createTempDirectory("client").resolve("letter.txt"), "Dear Ms Quenby").toFile();
            DocumentTaken document = force.addDocuments(reference, List.of(letter), "The outcome letter").get(0);
            return document.getName() + " " + document.getMediaType();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String refused(ApplicationsApi applications) {
        try {
            applications.handInApplication(new Application().applicant(new Applicant().fullName("Jo")), null);
            return "not at all";
        } catch (RestClientResponseException refused) {
            Problem problem = refused.getResponseBodyAs(Problem.class);
            return problem.getStatus() + " " + problem.getErrors().stream().map(FieldFault::getField).toList();
        }
    }

    private static ApiClient as(String account, String house) {
        ApiClient client = new ApiClient();
        client.setBasePath(house);
        client.setUsername(account);
        client.setPassword(account + "-demo");
        return client;
    }
}
