package org.redress.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers were worked out by another program: whoever changes what a hash is made of breaks every record there is. */
class ChainTest {

    private static final String SALT = "00112233445566778899aabbccddeeff";
    private static final Instant AT = Instant.parse("2026-03-02T09:14:00.123456Z");

    @Test
    void an_act_of_the_first_version_still_has_the_hash_it_was_written_with() {
        String digest = Chain.personalDigest(1, SALT, "Note written", "{}", "practice");

        assertThat(digest).isEqualTo("4a1d9306e74e47e91cb597cd36d1c8ab7bc065aa6adbb66e0f131e9dd848e41c");
        assertThat(Chain.hash(link(1, digest)))
                .isEqualTo("396dbcfa171765a9eb9121694c0b66ca1e220e4e5b988cb9c74cfe6ba44bf05d");
    }

    @Test
    void an_act_of_the_second_version_binds_the_role_and_keeps_the_ground_in_its_digest() {
        String digest = Chain.personalDigest(2, SALT, "Note written", "{}", "practice");

        assertThat(digest).isEqualTo("070c87f135b24ae33338503e1f16c7f388f0e35d49088463183312fb41a91bc6");
        assertThat(Chain.hash(link(2, digest)))
                .isEqualTo("364208ec4bce404904fb248bf6e6d3ee118ac7b22e88de34772dc4f5aa6ea84b");
    }

    @Test
    void an_act_of_the_third_version_binds_the_key_and_the_seal_is_made_with_it(@TempDir Path folder) throws IOException {
        String digest = Chain.personalDigest(3, SALT, "Note written", "{}", "practice");
        String hash = Chain.hash(link(3, digest));
        Path file = Files.writeString(folder.resolve("record.key"),
                "k-000000000001 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n");

        assertThat(hash).isEqualTo("c9fb4942f2c33c75b0309976c2cc39a54d5bce93b18c34f9409cfa2fb29c829d");
        assertThat(RecordKeys.read(file).seal(hash))
                .isEqualTo("e72e03e7176b64f24dec23b11229d3c658f81cfbc3b8dd190aacc7f387b6feb6");
    }

    @Test
    void a_head_is_read_as_it_is_printed_and_nothing_else_is() {
        Head head = new Head(1234, "ab".repeat(32));

        assertThat(Head.read(" " + head + "\n")).contains(head);
        assertThat(Head.read("1234")).isEmpty();
        assertThat(Head.read("1234:abc")).isEmpty();
        assertThat(Head.read(null)).isEmpty();
    }

    private static Chain.Link link(int version, String digest) {
        return new Chain.Link(version, "0".repeat(64), 1, "RV/2026/000042K", AT, "caseworker1", "caseworkers", "WROTE_NOTE",
                "practice", digest, "k-000000000001");
    }
}
