package org.redress.engine.form;

import formdoor.TrialHouse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.redress.testing.FreshDataDirectory;
import org.redress.testing.OwnEngine;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/** All tests of the form door share one {@link TrialHouse}. It lies outside {@code org.redress}, so that the whole house never finds its parts. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        classes = TrialHouse.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "spring.flyway.enabled=false",
            "spring.jpa.hibernate.ddl-auto=none",
            // nobody deploys models here, so nobody tells of their health
            "management.endpoint.health.validate-group-membership=false",
            "camunda.bpm.authorization.enabled=false"
        })
@ContextConfiguration(initializers = FreshDataDirectory.class)
@TestExecutionListeners(listeners = OwnEngine.class, mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
@interface DoorHouse {}
