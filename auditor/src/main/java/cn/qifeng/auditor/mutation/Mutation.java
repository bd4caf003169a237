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
        var file = object.contains("#") ? object.substring(0, object.indexOf('#')) : object;
        return blame.stream().anyMatch(one -> one.equals(file) || bare(one).equals(file));
    }

    /** A missing document has no extension. */
    private static String bare(String name) {
        return name.startsWith("documents/") && name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    }
}
