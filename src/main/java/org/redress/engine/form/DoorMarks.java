package org.redress.engine.form;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/**
 * Which tasks have passed the door. It lives and dies with the engine's command context, so a command that fails leaves no
 * mark behind for the next one on the same thread.
 */
final class DoorMarks implements Session {

    private final Set<String> passedTasks = new HashSet<>();
    private final Set<String> completedActivities = new HashSet<>();

    static DoorMarks of(CommandContext engine) {
        return engine.getSession(DoorMarks.class);
    }

    /** The task's answers were taken. */
    void pass(String taskId) {
        passedTasks.add(taskId);
    }

    /** Uses up the mark of a task, so that it opens the way once; says whether there was one. */
    boolean use(String taskId, String activityInstanceId) {
        return passedTasks.remove(taskId) && completedActivities.add(activityInstanceId);
    }

    /** Whether the activity is being left because its task passed. */
    boolean isCompleted(String activityInstanceId) {
        return completedActivities.contains(activityInstanceId);
    }

    @Override
    public void flush() {
        // nothing to write
    }

    @Override
    public void close() {
        // nothing to release
    }

    /** Gives each command context marks of its own. */
    static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return DoorMarks.class;
        }

        @Override
        public Session openSession() {
            return new DoorMarks();
        }
    }
}
