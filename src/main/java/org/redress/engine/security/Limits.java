package org.redress.engine.security;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What each may ask of a node within a minute.
 *
 * @param applications that one account may hand in
 * @param applicationsOf for single accounts, such as a machine that brings in many at once
 * @param searches that one account may make in the list of cases
 * @param searchesOf for single accounts
 * @param signIns by form from one address
 * @param signInsOf for single addresses, such as the one behind which a whole office sits
 */
@ConfigurationProperties("redress.limits")
record Limits(
        @DefaultValue("60") int applications,
        Map<String, Integer> applicationsOf,
        @DefaultValue("120") int searches,
        Map<String, Integer> searchesOf,
        @DefaultValue("60") int signIns,
        Map<String, Integer> signInsOf) {

    Limits {
        applicationsOf = applicationsOf == null ? Map.of() : Map.copyOf(applicationsOf);
        searchesOf = searchesOf == null ? Map.of() : Map.copyOf(searchesOf);
        signInsOf = signInsOf == null ? Map.of() : Map.copyOf(signInsOf);
        check(applications, applicationsOf);
        check(searches, searchesOf);
        check(signIns, signInsOf);
    }

    private static void check(int most, Map<String, Integer> single) {
        if (most < 1 || single.values().stream().anyMatch(one -> one < 1)) {
            throw new IllegalArgumentException(
                    "A limit of redress.limits is below 1, which would close the door to everybody. Set 1 or more.");
        }
    }
}
