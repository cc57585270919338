package org.redress.engine.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.redress.kind.Kinds;
import org.redress.people.Groups;
import org.redress.people.StaffDirectory;
import org.redress.people.StaffMember;
import org.redress.review.ReviewGroups;
import org.redress.testing.RedressTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.annotation.Transactional;

/** The accounts that a start makes. */
@RedressTest
class AccountsIT {

    private final IdentityService identity;
    private final StaffDirectory staff;
    private final SetUpAtStart start;

    @Autowired
    AccountsIT(IdentityService identity, StaffDirectory staff, SetUpAtStart start) {
        this.identity = identity;
        this.staff = staff;
        this.start = start;
    }

    @Test
    void on_our_own_database_the_demo_staff_can_sign_in() {
        Map.of("caseworker4", ReviewGroups.CASEWORKERS, "officer2", ReviewGroups.OFFICERS, "manager", ReviewGroups.MANAGERS,
                        "owner", Groups.PROCESS_OWNERS, "private-office", Groups.PRIVATE_OFFICE,
                        "intake", Groups.INTAKE_CLIENTS, "admin", Groups.ADMINISTRATORS)
                .forEach((account, group) -> {
                    assertThat(identity.checkPassword(account, account + "-demo")).as(account).isTrue();
                    assertThat(staff.find(account).orElseThrow().groups()).containsExactly(group);
                });
        assertThat(staff.nameOf("caseworker1")).isEqualTo("Amara Osei");
    }

    @Test
    void the_directory_knows_people_by_group_and_counts_no_machine_among_them() {
        assertThat(staff.inGroup(ReviewGroups.CASEWORKERS).stream().map(StaffMember::account))
                .contains("caseworker1", "caseworker2", "caseworker3", "caseworker4")
                .doesNotContain("officer1");
        assertThat(staff.all().stream().map(StaffMember::account)).contains("owner", "admin").doesNotContain("intake");
        assertThat(staff.caseStaff().stream().map(StaffMember::account)).contains("manager").doesNotContain("owner", "admin");
        assertThat(staff.find("nobody-at-all")).isEmpty();
    }

    @Test
    @Transactional
    void starting_again_brings_back_neither_an_old_password_nor_a_membership_that_was_taken_away() {
        User officer = identity.createUserQuery().userId("officer2").singleResult();
        officer.setPassword("own-password");
        identity.saveUser(officer);
        identity.deleteMembership("officer2", ReviewGroups.OFFICERS);

        start.afterSingletonsInstantiated();

        assertThat(identity.checkPassword("officer2", "own-password")).isTrue();
        assertThat(staff.find("officer2").orElseThrow().groups()).isEmpty();
    }

    @Test
    @Transactional
    void on_somebody_elses_database_there_is_one_administrator_if_one_is_named_and_no_demo_staff() {
        identity.createUserQuery().list().forEach(user -> identity.deleteUser(user.getId()));
        MockEnvironment settings = new MockEnvironment()
                .withProperty("spring.datasource.url", "jdbc:postgresql://elsewhere/redress")
                .withProperty("redress.admin.id", "first-admin")
                .withProperty("redress.admin.password", "long enough for a start");

        new AccountsAtStart(identity, new FirstAccounts(settings), new Groups(Kinds.ofTheHouse())).setUp();

        assertThat(identity.createUserQuery().list().stream().map(User::getId)).containsExactly("first-admin");
        assertThat(identity.checkPassword("first-admin", "long enough for a start")).isTrue();
        assertThat(staff.find("first-admin").orElseThrow().groups()).containsExactly(Groups.ADMINISTRATORS);
    }

    @Test
    @Transactional
    void on_somebody_elses_database_nobody_can_sign_in_until_an_administrator_is_named() {
        identity.createUserQuery().list().forEach(user -> identity.deleteUser(user.getId()));
        MockEnvironment settings =
                new MockEnvironment().withProperty("spring.datasource.url", "jdbc:postgresql://elsewhere/redress");

        new AccountsAtStart(identity, new FirstAccounts(settings), new Groups(Kinds.ofTheHouse())).setUp();

        assertThat(identity.createUserQuery().count()).isZero();
        assertThat(identity.createGroupQuery().list().stream().map(Group::getId)).containsAll(new Groups(Kinds.ofTheHouse()).names().keySet());
    }

    @Test
    @Transactional
    void an_administrator_named_in_the_settings_takes_over_nobodys_account() {
        identity.deleteMembership("admin", Groups.ADMINISTRATORS);
        MockEnvironment settings = new MockEnvironment()
                .withProperty("spring.datasource.url", "jdbc:postgresql://elsewhere/redress")
                .withProperty("redress.admin.id", "caseworker1")
                .withProperty("redress.admin.password", "something");

        new AccountsAtStart(identity, new FirstAccounts(settings), new Groups(Kinds.ofTheHouse())).setUp();

        assertThat(staff.find("caseworker1").orElseThrow().groups()).containsExactly(ReviewGroups.CASEWORKERS);
        assertThat(identity.checkPassword("caseworker1", "caseworker1-demo")).isTrue();
    }
}
