package formdoor;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs a test's request to the engine's REST API in by the name in a header. */
@Configuration(proxyBeanMethods = false)
public class Robots {

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> robots(IdentityService identity) {
        FilterRegistrationBean<OncePerRequestFilter> filter = new FilterRegistrationBean<>(new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                String person = request.getHeader("X-Person");
                if (person != null) {
                    identity.setAuthentication(person, List.of("weighers"));
                }
                try {
                    chain.doFilter(request, response);
                } finally {
                    identity.clearAuthentication();
                }
            }
        });
        filter.addUrlPatterns("/engine-rest/*");
        return filter;
    }
}
