package formdoor;

import java.util.List;
import java.util.Map;
import org.redress.kind.Kind;
import org.redress.kind.Kinds;
import org.redress.people.CurrentPerson;
import org.redress.people.Groups;
import org.redress.people.Permissions;
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
@Import({Reports.class, Robots.class, CurrentPerson.class, Groups.class, Permissions.class})
public class TrialHouse {

    @Bean
    Kinds kinds() {
        return new Kinds(List.of(new Kind("TR", "Trial", null, "DoorTrial", List.of(), List.of(), List.of(), Map.of(), List.of(),
                List.of(
                        new Kind.Group("weighers", "Those who weigh", "weigher", Kind.Part.CASEWORKER),
                        new Kind.Group("checkers", "Those who check", "checker", Kind.Part.OFFICER)),
                List.of(),
                List.of(
                        variable("verdict", "code", "Weigh the report"),
                        variable("logComplete", "flag", "Weigh the report; Note the log"),
                        variable("logKind", "code", "Task_NoteLog"),
                        variable("logTopics", "list", "Note the log"),
                        variable("logPages", "number", "Note the log"),
                        variable("logFrom", "date", "Note the log"),
                        variable("logText", "code", "Note the log"),
                        variable("logSeen", "flag", "Check the report")),
                List.of())));
    }

    private static Kind.Variable variable(String name, String type, String setBy) {
        return new Kind.Variable(name, type, "of the trial", setBy);
    }

    @Bean
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return http.csrf(csrf -> csrf.disable()).authorizeHttpRequests(requests -> requests.anyRequest().permitAll()).build();
    }
}
