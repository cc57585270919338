package org.redress.casefile;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps what a person is to a case as text. */
@Converter(autoApply = true)
class PartyRoleColumn implements AttributeConverter<PartyRole, String> {

    @Override
    public String convertToDatabaseColumn(PartyRole role) {
        return role == null ? null : role.name();
    }

    @Override
    public PartyRole convertToEntityAttribute(String column) {
        return column == null ? null : new PartyRole(column);
    }
}
