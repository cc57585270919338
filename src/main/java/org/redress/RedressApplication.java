package org.redress;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Redress: one deployable, one PostgreSQL, one transaction. */
@SpringBootApplication
@org.springframework.scheduling.annotation.EnableScheduling
public class RedressApplication {

    public static void main(String[] arguments) {
        if (VerifyRecord.isAsked(arguments)) {
            System.exit(VerifyRecord.run(arguments));
        }
        SpringApplication.run(RedressApplication.class, arguments);
    }
}
