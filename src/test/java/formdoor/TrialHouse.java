package formdoor;

import org.redress.people.CurrentPerson;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** An engine on real PostgreSQL with the form door, a procedure of two steps, and of the rest of the house only who is at work. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan({"org.redress.engine.form", "org.redress.database"})
@Import({Reports.class, Robots.class, CurrentPerson.class})
public class TrialHouse {

    @Bean
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return http.csrf(csrf -> csrf.disable()).authorizeHttpRequests(requests -> requests.anyRequest().permitAll()).build();
    }
}
