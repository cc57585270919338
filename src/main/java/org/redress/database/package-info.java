/** Brings a real PostgreSQL along on a machine that has only a JDK. With {@code spring.datasource.url} set, it does nothing. */
@org.springframework.modulith.ApplicationModule(displayName = "Database")
package org.redress.database;
