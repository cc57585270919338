package org.redress.engine.form;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateAttachmentCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.PatchTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.RemoveTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateCommentCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Closes the engine's roads around the form at the engine's edge, whoever calls: our code, REST or the web apps. It also
 * unwraps a {@link DoorException} that the engine wrapped on its way out, so that callers see the one that was meant.
 */
final class RoadBlock extends CommandInterceptor {

    static final String NO_DELEGATION = "A step is not delegated. Give it to the other person instead.";

    private static final String FORM_ONLY = "Complete this step through its form.";
    private static final String NO_VARIABLES = "A step keeps no variables. Answer it through its form.";
    private static final String NO_NOTES = "Notes and files belong to the case. Open the case and add it there.";
    private static final String NO_START = "A procedure starts with an application, not with a form of its own.";
    private static final Map<Class<?>, String> CLOSED = new LinkedHashMap<>();

    static {
        // ResolveTaskCmd is a CompleteTaskCmd
        CLOSED.put(CompleteTaskCmd.class, FORM_ONLY);
        CLOSED.put(HandleTaskBpmnErrorCmd.class, FORM_ONLY);
        CLOSED.put(HandleTaskEscalationCmd.class, FORM_ONLY);
        CLOSED.put(DelegateTaskCmd.class, NO_DELEGATION);
        CLOSED.put(SetTaskVariablesCmd.class, NO_VARIABLES);
        CLOSED.put(PatchTaskVariablesCmd.class, NO_VARIABLES);
        CLOSED.put(RemoveTaskVariablesCmd.class, NO_VARIABLES);
        CLOSED.put(SubmitStartFormCmd.class, NO_START);
        // what a person wrote belongs to the case file, never to the engine's tables
        CLOSED.put(AddCommentCmd.class, NO_NOTES);
        CLOSED.put(UpdateCommentCmd.class, NO_NOTES);
        CLOSED.put(CreateAttachmentCmd.class, NO_NOTES);
    }

    @Override
    public <T> T execute(Command<T> command) {
        CLOSED.forEach((road, why) -> {
            if (road.isInstance(command)) {
                throw new RoadClosed(why);
            }
        });
        try {
            return next.execute(command);
        } catch (RuntimeException wrapped) {
            throw DoorException.in(wrapped).map(RuntimeException.class::cast).orElse(wrapped);
        }
    }
}
