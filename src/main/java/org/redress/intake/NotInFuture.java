package org.redress.intake;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.redress.clock.Now;

/** A London day or a moment that has come, by the house's own clock; Bean Validation's own mark asks the machine's. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {NotInFuture.OfDay.class, NotInFuture.OfMoment.class})
@interface NotInFuture {

    String message();

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** What is said of a day. */
    String DAY = "Send a day that is not in the future.";

    /** What is said of a moment. */
    String MOMENT = "Send a moment that is not in the future.";

    class OfDay implements ConstraintValidator<NotInFuture, LocalDate> {

        private final Now now;

        OfDay(Now now) {
            this.now = now;
        }

        @Override
        public boolean isValid(LocalDate day, ConstraintValidatorContext context) {
            return day == null || !day.isAfter(now.today());
        }
    }

    class OfMoment implements ConstraintValidator<NotInFuture, Instant> {

        /** Clocks of two machines never agree to the second. */
        private static final Duration TOLERANCE = Duration.ofMinutes(10);

        private final Now now;

        OfMoment(Now now) {
            this.now = now;
        }

        @Override
        public boolean isValid(Instant moment, ConstraintValidatorContext context) {
            return moment == null || !moment.isAfter(now.instant().plus(TOLERANCE));
        }
    }
}
