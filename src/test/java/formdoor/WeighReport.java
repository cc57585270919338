package formdoor;

import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** One field of each kind. */
public record WeighReport(
        @Size(max = 30, message = "shorten this to 30 characters") String title,
        String reason,
        Integer pages,
        BigDecimal cost,
        boolean urgent,
        LocalDate receivedOn,
        Verdict verdict,
        List<Topic> topics,
        String allocateTo,
        List<String> barred,
        String barredBecause,
        String email,
        String code,
        String forceName) {

    public enum Verdict { UPHELD, NOT_UPHELD }

    public enum Topic { CUSTODY, DRIVING }

    public WeighReport {
        if (pages != null && pages == 13) {
            throw new IllegalArgumentException("Count the pages again.");
        }
    }
}
