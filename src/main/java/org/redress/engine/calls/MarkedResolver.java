package org.redress.engine.calls;

import java.beans.FeatureDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Iterator;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ExpressionFactory;

/**
 * All that an expression can reach: the variables of its scope by their names, the reference of the case that it is about, and
 * the marked methods of marked beans. It looks into no object, whatever it is: neither properties nor elements nor methods of values.
 */
final class MarkedResolver extends ELResolver {

    /** A bean as an expression holds it: nothing but its name. */
    private record Callee(String bean) {}

    /** The procedure that asks, of which an expression may read one thing: the case that it is about. */
    private record Asking(String caseReference) {

        private static final String NAME = "execution";
        private static final String CASE = "processBusinessKey";
    }

    private final DiagramCalls calls;
    private final ExpressionFactory types;

    MarkedResolver(DiagramCalls calls, ExpressionFactory types) {
        this.calls = calls;
        this.types = types;
    }

    @Override
    public Object getValue(ELContext context, Object base, Object name) {
        if (base instanceof Asking asking && Asking.CASE.equals(name)) {
            context.setPropertyResolved(true);
            return asking.caseReference();
        }
        if (base != null) {
            throw new CallRefused("'" + name + "' was to be read from " + what(base) + ".");
        }
        VariableScope scope = (VariableScope) context.getContext(VariableScope.class);
        if (scope != null && scope.hasVariable(String.valueOf(name))) {
            context.setPropertyResolved(true);
            return scope.getVariable(String.valueOf(name));
        }
        if (calls.beans().contains(String.valueOf(name))) {
            context.setPropertyResolved(true);
            return new Callee(String.valueOf(name));
        }
        if (Asking.NAME.equals(name) && scope instanceof DelegateExecution execution) {
            context.setPropertyResolved(true);
            return new Asking(execution.getProcessBusinessKey());
        }
        return null;
    }

    @Override
    public Object invoke(ELContext context, Object base, Object name, Class<?>[] parameterTypes, Object[] arguments) {
        Object[] given = arguments == null ? new Object[0] : arguments;
        if (!(base instanceof Callee callee)) {
            throw new CallRefused("'" + name + "' was to be called on " + what(base) + ".");
        }
        Method call = calls.find(callee.bean(), String.valueOf(name), given.length)
                .orElseThrow(() -> new CallRefused("There is no call " + callee.bean() + "." + name + " with " + given.length + " arguments."));
        context.setPropertyResolved(true);
        Object[] fitting = new Object[given.length];
        for (int i = 0; i < given.length; i++) {
            Class<?> type = call.getParameterTypes()[i];
            fitting[i] = given[i] == null && !type.isPrimitive() ? null : types.coerceToType(given[i], type);
        }
        try {
            return calls.make(callee.bean(), call, fitting);
        } catch (InvocationTargetException thrown) {
            throw new ELException(thrown.getCause());
        }
    }

    private static String what(Object base) {
        return base instanceof Callee callee ? callee.bean() : "a value";
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object name) {
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object name, Object value) {
        throw new CallRefused("'" + name + "' was to be set by an expression.");
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object name) {
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }
}
