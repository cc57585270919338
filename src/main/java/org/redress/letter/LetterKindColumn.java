package org.redress.letter;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.springframework.stereotype.Component;

/** Keeps a kind of letter as its code. */
@Component
@Converter(autoApply = true)
class LetterKindColumn implements AttributeConverter<LetterKind, String> {

    private final LetterKinds kinds;

    LetterKindColumn(LetterKinds kinds) {
        this.kinds = kinds;
    }

    @Override
    public String convertToDatabaseColumn(LetterKind kind) {
        return kind == null ? null : kind.code();
    }

    @Override
    public LetterKind convertToEntityAttribute(String code) {
        return code == null ? null : kinds.of(code);
    }
}
