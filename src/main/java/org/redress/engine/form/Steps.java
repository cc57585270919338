package org.redress.engine.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.redress.people.Permissions;
import org.redress.step.Step;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;

/**
 * Finds the bean behind a step by convention: {@code Task_DecideValidity} of the procedure {@code review} is the bean that
 * implements {@code Step<DecideValidity>} for the record of that name in a package whose last word is {@code review}. Where
 * the procedure has none of its own, it is the one of the desk, whose steps every procedure may have.
 *
 * <p>A step that has no bean, and that {@code permissions.csv} knows nothing of, is a recorded step: its answers are kept on the
 * file as they were given. A line there says that the step once had Java, so that a program that lost it is noticed.
 *
 * <p>Beans are known by their declared type and made only when a step runs, because they may need the engine.
 */
@Component
public class Steps {

    /**
     * A step that the program knows.
     *
     * @param procedure the last word of the record's package
     * @param answers the record of the step's answers
     * @param bean the name of the step's bean
     */
    record Known(String procedure, Class<? extends Record> answers, String bean) {

        String stem() {
            return answers.getSimpleName();
        }
    }

    /** The last word of the package of steps that stand in the diagrams of several procedures, such as closing the case. */
    private static final String OF_EVERY_PROCEDURE = "desk";

    private final ListableBeanFactory beans;
    private final Permissions permissions;
    private volatile List<Known> known;

    Steps(ListableBeanFactory beans, Permissions permissions) {
        this.beans = beans;
        this.permissions = permissions;
    }

    /**
     * The steps of that stem.
     *
     * @param procedure the procedure to look in, or null where the diagram does not say
     */
    List<Known> find(String procedure, String stem) {
        List<Known> called = known().stream().filter(step -> step.stem().equals(stem)).toList();
        if (procedure == null) {
            return called;
        }
        List<Known> own = of(procedure, called);
        return own.isEmpty() ? of(OF_EVERY_PROCEDURE, called) : own;
    }

    private static List<Known> of(String procedure, List<Known> called) {
        return called.stream().filter(step -> step.procedure().equals(procedure)).toList();
    }

    /** The one step of that stem; empty where there is none, or more than one and nothing tells them apart. */
    Optional<Known> only(String procedure, String stem) {
        List<Known> found = find(procedure, stem);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Whether the step of that stem has no Java and is meant to have none. */
    boolean isRecorded(String procedure, String stem) {
        return find(procedure, stem).isEmpty() && permissions.ofStep(stem).isEmpty();
    }

    /**
     * Whether a step has no Java and is meant to have none.
     *
     * @param process the id of its process
     * @param files the names of the files that are deployed with it
     */
    public boolean isRecorded(String process, Set<String> files, String stem) {
        return isRecorded(FormGate.procedure(process, files), stem);
    }

    @SuppressWarnings("unchecked")
    Step<Record> bean(Known step) {
        return (Step<Record>) beans.getBean(step.bean(), Step.class);
    }

    private List<Known> known() {
        if (known == null) {
            List<Known> found = new ArrayList<>();
            for (String name : beans.getBeanNamesForType(Step.class, false, false)) {
                Class<?> answers = ResolvableType.forClass(beans.getType(name, false)).as(Step.class).getGeneric(0).resolve();
                if (answers == null || !answers.isRecord()) {
                    throw new IllegalStateException("The bean '" + name + "' does not say which record its step takes: implement Step<TheRecord>");
                }
                String home = answers.getPackageName();
                found.add(new Known(home.substring(home.lastIndexOf('.') + 1), answers.asSubclass(Record.class), name));
            }
            known = List.copyOf(found);
        }
        return known;
    }
}
