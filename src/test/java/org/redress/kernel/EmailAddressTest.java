package org.redress.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.testing.FieldCase;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EmailAddressTest {

    @Test
    void the_addresses_that_people_really_have_are_taken_and_the_others_refused_in_words() {
        Map<String, String> told = new TreeMap<>();
        for (JsonNode each : FieldCase.input("C04-email-beyond-ascii").get("emails")) {
            String address = each.get("email").asText();
            told.put(address, EmailAddress.fault(address.strip()).orElseGet(() -> "to " + EmailAddress.forMail(address.strip())));
        }

        assertThat(told.entrySet().stream().filter(each -> each.getValue().startsWith("to ")).map(Map.Entry::getValue))
                .containsExactlyInAnyOrder("to #hash@example.org", "to larry@example.org", "to LARRY@EXAMPLE.ORG",
                        "to anna+review@example.org", "to café@example.org", "to john.o'neil@example.org",
                        "to jürgen@example.org", "to name/surname@example.org", "to tom&jerry@example.org",
                        "to user%relay@example.org", "to user@xn--bcher-kva.example", "to user@xn--bcher-kva.example",
                        "to {curly}@example.org", "to 用户@example.org");
        assertThat(told.values()).allSatisfy(words -> assertThat(words).matches("to .+|[A-Z].+[.]"));
        assertThat(told.get("larry@example.org\u200B")).contains("cannot be seen");
        assertThat(told.get("larry@example.org,mary@example.org")).isEqualTo("Enter one e-mail address only.");
        assertThat(told.get("john..doe@example.org")).contains("full stop");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "ｌarry@example.org | only looks like",
            "fuß@straße.example | What stands after the @",
            "a@example.123 | What stands after the @",
            "a@exa。mple.org | What stands after the @",
            "@example.org | such as name@example.org",
            "nobody | such as name@example.org"})
    void what_would_reach_somebody_else_or_nobody_is_refused(String address, String words) {
        assertThat(EmailAddress.fault(address)).hasValueSatisfying(fault -> assertThat(fault).contains(words));
    }

    @Test
    void a_mail_server_is_told_the_domain_in_ascii_and_the_name_as_it_is() {
        assertThat(EmailAddress.forMail("paweł@bücher.example")).isEqualTo("paweł@xn--bcher-kva.example");
        assertThat(EmailAddress.isBeyondAscii("paweł@xn--bcher-kva.example")).isTrue();
        assertThat(EmailAddress.isBeyondAscii(EmailAddress.forMail("user@bücher.example"))).isFalse();
        assertThat(EmailAddress.isOne("user@例え.テスト")).isTrue();
    }
}
