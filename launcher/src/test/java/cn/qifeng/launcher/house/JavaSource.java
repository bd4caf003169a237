package cn.qifeng.launcher.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/** Java sources as the compiler's own parser reads them. */
final class JavaSource {

    /** A top-level type: its file, and the first sentence of its Javadoc, or an empty string. */
    record Type(Path file, String packageName, String name, boolean isPublic, String summary) {}

    /** A method with a body: where it stands and how many lines it has, its signature included. */
    record Method(Path file, String name, long line, long lines) {}

    private JavaSource() {}

    /** Top-level types of the files. */
    static List<Type> types(List<Path> files) {
        var types = new ArrayList<Type>();
        parse(files, (unit, trees) -> {
            var path = new TreePath(unit);
            for (Tree tree : unit.getTypeDecls()) {
                if (tree instanceof ClassTree type) {
                    var doc = trees.getDocComment(new TreePath(path, type));
                    types.add(new Type(
                            Path.of(unit.getSourceFile().toUri()),
                            String.valueOf(unit.getPackageName()),
                            type.getSimpleName().toString(),
                            type.getModifiers().getFlags().contains(Modifier.PUBLIC),
                            doc == null ? "" : summary(doc)));
                }
            }
        });
        return types;
    }

    /** Methods of the files. */
    static List<Method> methods(List<Path> files) {
        var methods = new ArrayList<Method>();
        parse(
                files,
                (unit, trees) -> new TreePathScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void nothing) {
                        if (method.getBody() != null) {
                            var lines = unit.getLineMap();
                            var positions = trees.getSourcePositions();
                            long from = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
                            long to = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()));
                            methods.add(new Method(
                                    Path.of(unit.getSourceFile().toUri()),
                                    method.getName().toString(),
                                    from,
                                    to - from + 1));
                        }
                        return super.visitMethod(method, nothing);
                    }
                }.scan(unit, null));
        return methods;
    }

    private interface Reader {
        void read(CompilationUnitTree unit, DocTrees trees);
    }

    private static void parse(List<Path> files, Reader reader) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            var trees = DocTrees.instance(task);
            Consumer<CompilationUnitTree> each = unit -> reader.read(unit, trees);
            task.parse().forEach(each);
        } catch (IOException thrown) {
            throw new UncheckedIOException(thrown);
        }
    }

    private static String summary(String doc) {
        var text = doc.replaceAll("\\s+", " ").strip();
        int end = text.indexOf(". ");
        int paragraph = text.indexOf(" <p>");
        int tag = text.indexOf(" @");
        for (int stop : new int[] {paragraph, tag}) {
            end = end < 0 || stop >= 0 && stop < end ? stop : end;
        }
        return end < 0 ? text : text.substring(0, end);
    }
}
