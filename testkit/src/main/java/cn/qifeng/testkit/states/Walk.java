package cn.qifeng.testkit.states;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a walk saw: for every command and state where it leads and by which codes it is refused. */
public final class Walk {

    private final String title;
    private final Class<?> root;
    private final List<String> states;
    private final Map<String, String> terms;
    private final Map<String, Map<String, Cell>> cells = new TreeMap<>();

    private record Cell(Set<String> leadsTo, Set<String> refusals) {}

    Walk(String title, Class<?> root, Class<?> namedBy, List<String> states) {
        this.title = title;
        this.root = root;
        this.states = states;
        this.terms = ChineseTerms.of(namedBy, states);
    }

    void goes(String state, String command, String next) {
        cell(state, command).leadsTo().add(next);
    }

    void refuses(String state, String command, String code) {
        cell(state, command).refusals().add(code);
    }

    private Cell cell(String state, String command) {
        return cells.computeIfAbsent(command, any -> new TreeMap<>())
                .computeIfAbsent(state, any -> new Cell(new TreeSet<>(), new TreeSet<>()));
    }

    /** The section of docs/state-machines.md: a diagram, and a table of all states and commands. */
    String markdown() {
        var text = new StringBuilder("## " + title + "\n\n`" + root.getName() + "`\n\n");
        text.append("```mermaid\nstateDiagram-v2\n");
        states.forEach(state -> text.append("    %s: %s%n".formatted(state, label(state))));
        states.forEach(from -> states.forEach(to -> edge(text, from, to)));
        text.append("```\n\n| command |");
        states.forEach(state -> text.append(' ').append(label(state)).append(" |"));
        text.append("\n|---|").append("---|".repeat(states.size())).append('\n');
        cells.forEach((command, row) -> {
            text.append("| `").append(command).append("` |");
            states.forEach(state ->
                    text.append(' ').append(shown(state, row.get(state))).append(" |"));
            text.append('\n');
        });
        return text.append('\n').toString();
    }

    private void edge(StringBuilder text, String from, String to) {
        var commands = cells.entrySet().stream()
                .filter(it -> it.getValue().containsKey(from)
                        && it.getValue().get(from).leadsTo().contains(to))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        if (!from.equals(to) && !commands.isEmpty()) {
            text.append("    %s --> %s: %s%n".formatted(from, to, commands));
        }
    }

    private String label(String state) {
        return terms.containsKey(state) ? state + " " + terms.get(state) : state;
    }

    private static String shown(String state, Cell cell) {
        if (cell == null) {
            return "·";
        }
        var outcomes = new TreeSet<String>();
        cell.leadsTo().forEach(next -> outcomes.add(next.equals(state) ? "stays" : "→ **" + next + "**"));
        cell.refusals().forEach(code -> outcomes.add("✗ " + code));
        return String.join("<br>", outcomes.descendingSet());
    }
}
