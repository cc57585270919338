package org.redress.clock;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Keeps the name of a clock as text. */
@Converter(autoApply = true)
class ClockNameColumn implements AttributeConverter<ClockName, String> {

    @Override
    public String convertToDatabaseColumn(ClockName clock) {
        return clock == null ? null : clock.name();
    }

    @Override
    public ClockName convertToEntityAttribute(String column) {
        return column == null ? null : new ClockName(column);
    }
}
