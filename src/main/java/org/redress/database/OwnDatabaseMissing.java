package org.redress.database;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * True where nobody named a database of their own ({@code spring.datasource.url}). Only then do the embedded
 * PostgreSQL, the demo accounts and the demo cases exist.
 */
public final class OwnDatabaseMissing implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !StringUtils.hasText(context.getEnvironment().getProperty("spring.datasource.url"));
    }
}
