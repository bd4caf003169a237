package cn.qifeng.auditor.mutation;

import java.util.Map;
import java.util.Set;

/**
 * One change to a package.
 *
 * @param kind what was done
 * @param place the object, with the field behind {@code #}
 * @param objects all objects of the changed package
 * @param blame objects of which one is the first bad one
 */
public record Mutation(String kind, String place, Map<String, byte[]> objects, Set<String> blame) {

    /** Whether the auditor named what was changed. */
    public boolean names(String object) {
        return names(blame, object);
    }

    /** Whether {@code object}, with or without a path in it, is one of {@code blame}. */
    public static boolean names(Set<String> blame, String object) {
        var file = file(object);
        return blame.stream().anyMatch(one -> one.equals(file) || bare(one).equals(file));
    }

    /** The object's name without the path in it; empty for {@code null}. */
    public static String file(String object) {
        return object == null ? "" : object.contains("#") ? object.substring(0, object.indexOf('#')) : object;
    }

    /** A missing document has no extension. */
    private static String bare(String name) {
        return name.startsWith("documents/") && name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    }
}
