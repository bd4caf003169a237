package cn.qifeng.testkit.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;
import org.jboss.jandex.MethodInfo;

/** Reads the endpoints of a service from its compiled classes. */
final class Endpoints {

    private static final String RS = "jakarta.ws.rs.";
    private static final DotName PATH = DotName.createSimple(RS + "Path");
    private static final DotName CONSUMES = DotName.createSimple(RS + "Consumes");
    private static final DotName WEB_SOCKET = DotName.createSimple("io.quarkus.websockets.next.WebSocket");
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD");

    private Endpoints() {}

    /** All endpoints in a folder of classes. */
    static Set<Endpoint> in(Path classes) {
        var found = new TreeSet<Endpoint>();
        var index = index(classes);
        for (AnnotationInstance path : index.getAnnotations(PATH)) {
            if (path.target().kind() == AnnotationTarget.Kind.CLASS) {
                addMethods(path.target().asClass(), path.value().asString(), found);
            }
        }
        for (AnnotationInstance socket : index.getAnnotations(WEB_SOCKET)) {
            found.add(new Endpoint("WS", join("", socket.value("path").asString()), ""));
        }
        return found;
    }

    private static void addMethods(ClassInfo resource, String base, Set<Endpoint> found) {
        for (MethodInfo method : resource.methods()) {
            for (String name : METHODS) {
                if (method.hasAnnotation(DotName.createSimple(RS + name))) {
                    var own = method.annotation(PATH);
                    String path = join(base, own == null ? "" : own.value().asString());
                    found.add(new Endpoint(name, path, mediaType(method)));
                }
            }
        }
    }

    private static String mediaType(MethodInfo method) {
        var consumes = method.hasAnnotation(CONSUMES)
                ? method.annotation(CONSUMES)
                : method.declaringClass().declaredAnnotation(CONSUMES);
        String type = consumes == null ? "*/*" : consumes.value().asStringArray()[0];
        return type.contains("*") ? "application/json" : type;
    }

    private static String join(String base, String own) {
        String path = ("/" + base + "/" + own).replaceAll("/+", "/").replaceAll("\\{(\\w+)\\s*:[^/]*}", "{$1}");
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static Index index(Path classes) {
        var indexer = new Indexer();
        try (var files = Files.walk(classes)) {
            for (Path file :
                    files.filter(it -> it.toString().endsWith(".class")).toList()) {
                try (var bytes = Files.newInputStream(file)) {
                    indexer.index(bytes);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return indexer.complete();
    }
}
