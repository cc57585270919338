package org.redress.engine.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/cases", "/cases/RV-2026-000042K?tab=letters#n8", "/camunda/app/tasklist/default/#/?task=1"})
    void a_place_in_this_house_is_kept(String path) {
        assertThat(LocalPath.of(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "cases", "//elsewhere.example", "/\\elsewhere.example", "https://elsewhere.example",
        "/\t/elsewhere.example", "/a\r\nb", "/a\\b"})
    void anything_else_becomes_the_first_page(String path) {
        assertThat(LocalPath.of(path)).isEqualTo("/");
    }
}
