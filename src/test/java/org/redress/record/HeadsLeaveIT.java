package org.redress.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/** The head of the record leaves the machine where there was an act, and whoever cannot be reached is known. */
@RedressTest
class HeadsLeaveIT {

    private static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");

    @Autowired
    private ActRecord acts;

    @Autowired
    private TransactionTemplate transaction;

    @TempDir
    private Path data;

    @TempDir
    private Path mounted;

    private Instant now = MORNING;

    @BeforeEach
    void an_act() {
        act();
    }

    @Test
    void it_leaves_within_the_hour_by_itself() throws Exception {
        Scheduled when = HeadsLeave.class.getMethod("leave").getAnnotation(Scheduled.class);
        String unlessSet = when.fixedDelayString().replaceAll(".*:(.*)}", "$1");

        assertThat(DurationStyle.detectAndParse(unlessSet)).isLessThan(Duration.ofHours(1));
    }

    @Test
    void a_head_leaves_once_and_nothing_leaves_where_nothing_happened() throws IOException {
        HeadsLeave heads = heads(mounted.toString(), "", null);
        heads.leave();
        Head first = acts.head();
        now = MORNING.plus(Duration.ofHours(1));
        heads.leave();
        assertThat(HeadsElsewhere.in(mounted.resolve("heads.csv")).kept()).containsExactly(new KeptHead(MORNING, first));
        heads(mounted.toString(), "", null).leave();
        assertThat(HeadsElsewhere.in(mounted.resolve("heads.csv")).kept()).as("after a new start").hasSize(1);

        act();
        heads.leave();
        assertThat(HeadsElsewhere.in(mounted.resolve("heads.csv")).kept())
                .containsExactly(new KeptHead(MORNING, first), new KeptHead(now, acts.head()));
        assertThat(new HeadsElsewhere(data).read()).containsExactly(first, acts.head());
        assertThat(heads.kept()).contains(new KeptHead(now, acts.head()));
    }

    @Test
    void a_folder_that_is_not_mounted_is_not_made_and_the_health_page_says_since_when_it_is_not_reached() throws IOException {
        Path away = mounted.resolve("away");
        HeadsLeave heads = heads(away.toString(), "", null);
        heads.leave();
        now = MORNING.plus(Duration.ofHours(2));
        heads.leave();

        assertThat(away).doesNotExist();
        Health health = new RecordHealth(heads).health();
        assertThat(health.getDetails().get("the folder " + away))
                .isEqualTo("not reached since " + MORNING + ": the folder is not there; is it mounted?");
        assertThat(health.getDetails().get("the data folder")).isEqualTo("has act " + acts.head().number());

        Files.createDirectory(away);
        heads.leave();
        assertThat(new RecordHealth(heads).health().getDetails().get("the folder " + away))
                .isEqualTo("has act " + acts.head().number());
        assertThat(HeadsElsewhere.in(away.resolve("heads.csv")).read()).containsExactly(acts.head());
    }

    @Test
    void a_head_goes_to_a_mailbox_and_is_tried_again_where_the_mail_server_is_away() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            JavaMailSenderImpl sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(1);
            HeadsLeave heads = heads("", "auditor@example.org", sender);
            heads.leave();
            assertThat(heads.standing().get(1)).satisfies(mailbox -> {
                assertThat(mailbox.failingSince()).isEqualTo(MORNING);
                assertThat(mailbox.why()).startsWith("the mail server did not take it");
            });

            sender.setPort(server.getSmtp().getPort());
            heads.leave();
            heads.leave();
            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(server.getReceivedMessages()[0].getContent().toString()).contains(acts.head().toString());
            assertThat(heads.standing().get(1).failing()).isFalse();
        } finally {
            server.stop();
        }
    }

    @Test
    void a_mailbox_without_a_mail_server_and_a_house_that_names_no_other_machine_are_said_in_words() {
        HeadsLeave heads = heads("", "auditor@example.org", null);
        heads.leave();

        assertThat(heads.standing().get(1).why()).isEqualTo("there is no mail server; name one with spring.mail.host");
        assertThat(new RecordHealth(heads("", "", null)).health().getDetails().get("another machine")).isEqualTo("none is named");
    }

    private void act() {
        transaction.executeWithoutResult(tx -> acts.append(Act.of(null, "redress", "TESTED_RECORD", "An act")));
    }

    private HeadsLeave heads(String folder, String mailbox, JavaMailSender sender) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (sender != null) {
            beans.addBean("sender", sender);
        }
        Clock clock = new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        return new HeadsLeave(
                acts, clock, new MockEnvironment(), beans.getBeanProvider(JavaMailSender.class), data, folder, mailbox);
    }
}
