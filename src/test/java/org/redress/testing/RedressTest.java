package org.redress.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/**
 * The whole house on a port of its own, with real engine and real PostgreSQL in a fresh data folder. All tests that ask
 * for nothing more share one context. Jobs, letters and timers run when a test says so, never by themselves.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "redress.demo-cases=false",
            "redress.outbox.enabled=false",
            "redress.attention.enabled=false",
            // tests ask more in a minute than people do; FloodsIT asks as those who are named here
            "redress.limits.applications=1000000",
            "redress.limits.applications-of.flood-machine=5",
            "redress.limits.searches=1000000",
            "redress.limits.searches-of.flood-reader=5",
            "redress.limits.sign-ins=1000000",
            "redress.limits.sign-ins-of[192.0.2.77]=5"
        })
@Import(Coverage.Watching.class)
@ContextConfiguration(initializers = FreshDataDirectory.class)
@TestExecutionListeners(listeners = OwnEngine.class, mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface RedressTest {}
