package org.redress.engine.accounts;

import java.util.Optional;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.redress.kernel.Names;
import org.redress.people.PasswordRule;

/**
 * What is wrong with an account that somebody makes or changes over the engine is their mistake to mend, and said in words;
 * the engine itself would call a weak password a failure of its own, and log it with a stack trace.
 */
class AccountRefusals extends CommandInterceptor {

    /** What the engine says, of which it makes no type of its own. */
    private static final String POLICY = "Password does not match policy";

    private static final String WORDS = "The password was not taken. It must have " + PasswordRule.SHORTEST + " to "
            + PasswordRule.LONGEST + " characters, must not hold the name of the account, and must not be one of those that are"
            + " guessed first. Choose three words that do not belong together.";

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException thrown) {
            if (command instanceof SaveUserCmd && String.valueOf(thrown.getMessage()).contains(POLICY)) {
                throw new BadUserRequestException(WORDS, thrown);
            }
            throw thrown;
        }
    }

    /** @throws BadUserRequestException where a name of the account is none */
    static void checkNames(User user) {
        check("first name", user.getFirstName());
        check("last name", user.getLastName());
    }

    /** @throws BadUserRequestException where the name of the group is none */
    static void checkName(Group group) {
        check("name of the group", group.getName());
    }

    private static void check(String which, String name) {
        Optional<String> fault = name == null || name.isEmpty() ? Optional.empty() : Names.fault(name);
        fault.ifPresent(words -> {
            throw new BadUserRequestException("Nothing was saved. The " + which + " cannot be used: " + words);
        });
    }
}
