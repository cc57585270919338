package org.redress.intake;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.redress.kernel.EmailAddress;
import org.redress.kernel.WrittenText;

/** An {@link EmailAddress} as the house knows them everywhere else, or nothing. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = MailAddress.Check.class)
@interface MailAddress {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<MailAddress, String> {

        @Override
        public boolean isValid(String address, ConstraintValidatorContext context) {
            Optional<String> wrong =
                    WrittenText.nothingVisible(address) ? Optional.empty() : EmailAddress.fault(address.strip());
            wrong.ifPresent(words -> {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(words).addConstraintViolation();
            });
            return wrong.isEmpty();
        }
    }
}
