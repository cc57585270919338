package org.redress.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.redress.review.ReviewGroups;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;

class CurrentPersonTest {

    private final CurrentPerson person = new CurrentPerson();

    @AfterEach
    void sign_out() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void is_whoever_is_signed_in_with_their_groups() {
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                "officer1", null, AuthorityUtils.createAuthorityList(ReviewGroups.OFFICERS)));

        assertThat(person.account()).isEqualTo("officer1");
        assertThat(person.groups()).containsExactly(ReviewGroups.OFFICERS);
        assertThat(person.isIn(ReviewGroups.CASEWORKERS, ReviewGroups.OFFICERS)).isTrue();
        assertThat(person.isIn(ReviewGroups.CASEWORKERS)).isFalse();
    }

    @Test
    void is_nobody_in_a_timers_job_and_for_a_visitor() {
        assertThatThrownBy(person::account).isInstanceOf(NobodySignedIn.class);
        SecurityContextHolder.getContext().setAuthentication(
                new AnonymousAuthenticationToken("key", "anonymousUser", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
        assertThatThrownBy(person::groups).isInstanceOf(NobodySignedIn.class);
        assertThat(person.accountIfAny()).isEmpty();
        assertThat(person.isIn(ReviewGroups.CASEWORKERS)).isFalse();
    }
}
