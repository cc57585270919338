package org.redress.casefile;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps a path as text. */
@Converter(autoApply = true)
class CasePathColumn implements AttributeConverter<CasePath, String> {

    @Override
    public String convertToDatabaseColumn(CasePath path) {
        return path == null ? null : path.name();
    }

    @Override
    public CasePath convertToEntityAttribute(String column) {
        return CasePath.orNull(column);
    }
}
