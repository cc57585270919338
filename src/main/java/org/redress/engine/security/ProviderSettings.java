package org.redress.engine.security;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What our side needs to know about the organisation's OpenID provider; how to reach it stands in
 * {@code spring.security.oauth2.client}.
 *
 * @param accountClaim which claim names the account
 * @param groupsClaim which claim lists the groups; dots lead into nested claims, as in {@code realm_access.roles}
 * @param groups our group for each value of that claim; a value that is not named here counts where it is one of our
 *     groups itself, and only while this map is empty
 * @param localAccounts whether people may go on signing in with local accounts; machines always may
 */
@ConfigurationProperties("redress.provider")
record ProviderSettings(
        @DefaultValue("preferred_username") String accountClaim,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue Map<String, String> groups,
        @DefaultValue("false") boolean localAccounts) {}
