package org.redress.engine.accounts;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.redress.engine.AsTheHouse;
import org.redress.kind.Kind;
import org.redress.people.FormerStaff;
import org.redress.people.Groups;
import org.redress.people.StaffDirectory;
import org.redress.people.StaffMember;
import org.springframework.stereotype.Component;

/** The staff as the engine's identity tables know them, whoever asks. */
@Component
class EngineStaffDirectory implements StaffDirectory {

    private final IdentityService identity;
    private final FormerStaff former;
    private final Groups groups;
    private final AsTheHouse asTheHouse;

    EngineStaffDirectory(IdentityService identity, FormerStaff former, Groups groups, AsTheHouse asTheHouse) {
        this.identity = identity;
        this.former = former;
        this.groups = groups;
        this.asTheHouse = asTheHouse;
    }

    @Override
    public Optional<StaffMember> find(String account) {
        if (account == null) {
            return Optional.empty();
        }
        return asTheHouse.call(() ->
                Optional.ofNullable(identity.createUserQuery().userId(account).singleResult()).map(this::member));
    }

    @Override
    public String nameOf(String account) {
        return find(account).map(StaffMember::fullName).or(() -> former.nameOf(account)).orElse(account);
    }

    @Override
    public List<StaffMember> inGroup(String group) {
        return asTheHouse.call(() -> identity.createUserQuery().memberOfGroup(group).list().stream()
                .map(this::member)
                .sorted(Comparator.comparing(StaffMember::account))
                .toList());
    }

    @Override
    public List<StaffMember> all() {
        return asTheHouse.call(() -> {
            Set<String> machines = identity.createUserQuery().memberOfGroup(Groups.INTAKE_CLIENTS).list().stream()
                    .map(User::getId)
                    .collect(Collectors.toCollection(HashSet::new));
            return identity.createUserQuery().list().stream()
                    .filter(user -> !machines.contains(user.getId()))
                    .map(this::member)
                    .sorted(Comparator.comparing(StaffMember::account))
                    .toList();
        });
    }

    @Override
    public List<StaffMember> caseStaff() {
        return all().stream().filter(groups::isCaseStaff).toList();
    }

    @Override
    public List<StaffMember> caseStaff(String caseReference) {
        return all().stream().filter(member -> groups.worksOn(member, caseReference)).toList();
    }

    @Override
    public List<String> groupsWith(Kind.Part part, String caseReference) {
        return groups.with(part, caseReference);
    }

    private StaffMember member(User user) {
        String name = ((user.getFirstName() == null ? "" : user.getFirstName()) + " "
                + (user.getLastName() == null ? "" : user.getLastName())).strip();
        Set<String> memberships = identity.createGroupQuery().groupMember(user.getId()).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        return new StaffMember(user.getId(), name.isEmpty() ? user.getId() : name, memberships);
    }
}
