package org.redress.engine.security;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.security.oauth2.client.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientProperties;
import org.springframework.boot.autoconfigure.security.oauth2.client.OAuth2ClientPropertiesMapper;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/**
 * The providers of the settings. Each is asked how it wants to be spoken to when somebody first signs in there, and not
 * when the house starts: a provider that is away keeps only its own people out, and only until it is back.
 */
@Component
@ConditionalOnOAuth2ClientRegistrationProperties
@EnableConfigurationProperties(OAuth2ClientProperties.class)
class ProviderRegistrations implements ClientRegistrationRepository {

    private final OAuth2ClientProperties settings;
    private final Map<String, ClientRegistration> asked = new ConcurrentHashMap<>();

    ProviderRegistrations(OAuth2ClientProperties settings) {
        this.settings = settings;
    }

    /** @throws IllegalArgumentException where the provider does not answer */
    @Override
    public ClientRegistration findByRegistrationId(String id) {
        return settings.getRegistration().containsKey(id) ? asked.computeIfAbsent(id, this::ask) : null;
    }

    /** Those that have answered. */
    List<ClientRegistration> answered() {
        return List.copyOf(asked.values());
    }

    private ClientRegistration ask(String id) {
        OAuth2ClientProperties one = new OAuth2ClientProperties();
        one.getRegistration().put(id, settings.getRegistration().get(id));
        one.getProvider().putAll(settings.getProvider());
        return new OAuth2ClientPropertiesMapper(one).asClientRegistrations().get(id);
    }
}
