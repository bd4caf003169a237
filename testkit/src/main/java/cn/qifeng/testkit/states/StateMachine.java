package cn.qifeng.testkit.states;

import cn.qifeng.kernel.Refused;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One aggregate of the domain with its states and commands, both found by reflection: the states are the record types
 * of a sealed interface or the constants of an enum, the commands are the methods that return the aggregate. A test
 * gives specimens and arguments; the walk calls every command on everything that it reaches.
 *
 * @param <T> the aggregate
 */
public final class StateMachine<T> {

    private static final int SPECIMENS_MAX = 60;

    private final String title;
    private final Class<T> root;
    private final List<String> states;
    private final Function<T, String> stateOf;
    private final List<T> start = new ArrayList<>();
    private final Map<String, List<Object[]>> arguments = new LinkedHashMap<>();
    private final Set<String> leftOut = new HashSet<>();
    private Class<?> namedBy;
    private UnaryOperator<T> copy = UnaryOperator.identity();

    private StateMachine(String title, Class<T> root, List<String> states, Function<T, String> stateOf) {
        this.title = title;
        this.root = root;
        this.states = states;
        this.stateOf = stateOf;
        this.namedBy = root;
    }

    /** An aggregate whose states are types: the leaves of a sealed interface. */
    public static <T> StateMachine<T> ofTypes(String title, Class<T> root) {
        var states = ChineseTerms.inOrderOfSource(
                root, leaves(root).map(Class::getSimpleName).distinct().toList());
        return new StateMachine<>(title, root, states, it -> it.getClass().getSimpleName());
    }

    /** An aggregate of one body of data, whose state is a constant of an enum. */
    public static <T, E extends Enum<E>> StateMachine<T> ofStages(
            String title, Class<T> root, Class<E> stages, Function<T, E> stageOf) {
        var states = Arrays.stream(stages.getEnumConstants()).map(Enum::name).toList();
        var machine =
                new StateMachine<T>(title, root, states, it -> stageOf.apply(it).name());
        machine.namedBy = stages;
        return machine;
    }

    /** Specimens from which the walk starts. */
    @SafeVarargs
    public final StateMachine<T> from(T... specimens) {
        start.addAll(List.of(specimens));
        return this;
    }

    /** Arguments for a command; give several to show several outcomes. */
    public StateMachine<T> given(String command, Object... values) {
        arguments.computeIfAbsent(command, any -> new ArrayList<>()).add(values);
        return this;
    }

    /** Methods that return the aggregate, or nothing, without being commands of their own. */
    public StateMachine<T> without(String... guards) {
        leftOut.addAll(List.of(guards));
        return this;
    }

    /** How to copy a specimen before a command changes it, for an aggregate that is not a value. */
    public StateMachine<T> copiedBy(UnaryOperator<T> copier) {
        copy = copier;
        return this;
    }

    /** Calls every command on everything that can be reached; fails when a state or a command stays out of reach. */
    public Walk walk() {
        var walk = new Walk(title, root, namedBy, states);
        var seen = new HashMap<String, Set<T>>();
        var open = new ArrayDeque<>(start);
        var tried = new HashSet<String>();
        while (!open.isEmpty()) {
            T specimen = open.poll();
            String state = stateOf.apply(specimen);
            var known = seen.computeIfAbsent(state, any -> new LinkedHashSet<>());
            if (known.size() >= SPECIMENS_MAX || !known.add(specimen)) {
                continue;
            }
            for (Method command : commands(specimen)) {
                tried.add(command.getName());
                for (Object[] values : given(command)) {
                    open.addAll(call(walk, specimen, command, values));
                }
            }
        }
        requireAll("state", states, seen.keySet());
        requireAll("command", arguments.keySet(), tried);
        return walk;
    }

    private List<T> call(Walk walk, T specimen, Method command, Object[] values) {
        T before = copy.apply(specimen);
        String state = stateOf.apply(before);
        try {
            Object result = command.invoke(before, values);
            T after = root.cast(command.getReturnType() == void.class ? before : result);
            walk.goes(state, command.getName(), stateOf.apply(after));
            return List.of(after);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof Refused refused) {
                walk.refuses(state, command.getName(), refused.code().code());
                return List.of();
            }
            throw new IllegalStateException(title + ": " + command.getName() + " in " + state, thrown.getCause());
        } catch (IllegalAccessException | IllegalArgumentException thrown) {
            throw new IllegalStateException(title + ": bad arguments for " + command, thrown);
        }
    }

    private List<Object[]> given(Method command) {
        if (command.getParameterCount() == 0) {
            return List.<Object[]>of(new Object[0]);
        }
        var values = arguments.getOrDefault(command.getName(), List.of()).stream()
                .filter(it -> it.length == command.getParameterCount())
                .toList();
        if (values.isEmpty()) {
            throw new AssertionError(
                    title + " has the command " + command.getName() + ", for which no arguments are given");
        }
        return values;
    }

    private Collection<Method> commands(T specimen) {
        Class<?> type = specimen.getClass();
        var fields = type.isRecord()
                ? Stream.of(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList()
                : List.<String>of();
        var commands = new TreeMap<String, Method>();
        for (Method method : type.getMethods()) {
            boolean moves = root.isAssignableFrom(method.getReturnType())
                    || !type.isRecord() && method.getReturnType() == void.class && method.getDeclaringClass() == type;
            boolean own = !Modifier.isStatic(method.getModifiers()) && !method.isBridge() && !method.isSynthetic();
            if (moves && own && !fields.contains(method.getName()) && !leftOut.contains(method.getName())) {
                method.setAccessible(true);
                commands.put(method.getName(), method);
            }
        }
        return commands.values();
    }

    private void requireAll(String what, Collection<String> wanted, Set<String> reached) {
        var missing = wanted.stream().filter(it -> !reached.contains(it)).toList();
        if (!missing.isEmpty()) {
            throw new AssertionError(title + ": the walk reaches no " + what + " " + missing);
        }
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(StateMachine::leaves)
                : Stream.of(type);
    }
}
