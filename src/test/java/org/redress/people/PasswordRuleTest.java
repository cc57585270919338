package org.redress.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"kettle spanner otter", "correcthorsebatterystaple", "zwölf Boxkämpfer jagen", "王様の耳はロバの耳なのです",
        "   spaces are fine   ", "8f2c71d90ab34e55"})
    void a_long_password_that_nobody_guesses_first_may_be_used_whatever_its_characters(String password) {
        assertThat(PasswordRule.fault(password, "caseworker1")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "short", "elevenchars", "🦦🦦🦦🦦🦦🦦🦦🦦🦦🦦🦦"})
    void fewer_than_twelve_characters_are_too_few(String password) {
        assertThat(PasswordRule.fault(password, "caseworker1")).hasValueSatisfying(words -> assertThat(words).contains("12 to 500"));
    }

    @Test
    void a_password_may_be_five_hundred_characters_long_and_no_longer() {
        String sentence = "kettle spanner otter ".repeat(24);
        assertThat(PasswordRule.fault((sentence + "x").substring(0, 500), "a")).isEmpty();
        assertThat(PasswordRule.fault(sentence + "x", "a")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"123456789012", "unbelievable", "Administrator", "password1234", "Password2026!", "!!!!password!!!!",
        "passwordpassword", "aaaaaaaaaaaa", "abcabcabcabc", "qwertyqwerty", "1q2w3e4r5t6y"})
    void what_is_guessed_first_is_refused_also_with_digits_and_signs_around_it(String password) {
        assertThat(PasswordRule.fault(password, "a")).hasValueSatisfying(words -> assertThat(words).contains("guessed first"));
    }

    @Test
    void the_name_of_the_account_is_no_password() {
        assertThat(PasswordRule.fault("Ruth.Calloway@example.org", "ruth.calloway@example.org")).isPresent();
        assertThat(PasswordRule.fault("my caseworker1 secret", "caseworker1")).isPresent();
        assertThat(PasswordRule.fault("an old tram in june", "an")).isEmpty();
    }
}
