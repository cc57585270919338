package org.redress.engine.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** A case reference has slashes, and they arrive percent-encoded. Only below the cases are such slashes let in. */
class ReferenceFirewall implements HttpFirewall {

    /** A percent sign that is itself encoded is no part of a reference. */
    private static final Pattern CASES = Pattern.compile("(/api)?/cases/(?:(?!%25).)*");

    private final StrictHttpFirewall everywhere = new StrictHttpFirewall();
    private final StrictHttpFirewall belowCases = new StrictHttpFirewall();

    ReferenceFirewall() {
        belowCases.setAllowUrlEncodedSlash(true);
        // the web server hands such a slash on undecoded, so its percent sign is still there
        belowCases.setAllowUrlEncodedPercent(true);
    }

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return (CASES.matcher(path).matches() ? belowCases : everywhere).getFirewalledRequest(request);
    }

    @Override
    public HttpServletResponse getFirewalledResponse(HttpServletResponse response) {
        return everywhere.getFirewalledResponse(response);
    }

    @Configuration(proxyBeanMethods = false)
    static class Beans {

        @Bean
        HttpFirewall httpFirewall() {
            return new ReferenceFirewall();
        }

        @Bean
        RequestRejectedHandler requestRejectedHandler(DoorRefusals refusals) {
            return refusals::notAnAddress;
        }

        /** First of all: others on the way read addresses too, and fail over what is none. */
        @Bean
        FilterRegistrationBean<Filter> addressesOnly(HttpFirewall firewall, RequestRejectedHandler handler) {
            FilterRegistrationBean<Filter> first = new FilterRegistrationBean<>((request, response, chain) -> {
                try {
                    firewall.getFirewalledRequest((HttpServletRequest) request);
                } catch (RequestRejectedException none) {
                    handler.handle((HttpServletRequest) request, (HttpServletResponse) response, none);
                    return;
                }
                chain.doFilter(request, response);
            });
            first.setName("addressesOnly");
            first.setOrder(Ordered.HIGHEST_PRECEDENCE);
            first.setDispatcherTypes(DispatcherType.REQUEST);
            return first;
        }

        /** Without this the web server refuses an encoded slash before anybody else sees it. */
        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> encodedSlashes() {
            return server -> server.addConnectorCustomizers(connector -> connector.setEncodedSolidusHandling("passthrough"));
        }
    }
}
