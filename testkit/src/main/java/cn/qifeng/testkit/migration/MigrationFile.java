package cn.qifeng.testkit.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** One migration: its number, its name and its statements. */
record MigrationFile(Path path) {

    /** The migrations of a folder in the order of their numbers; none when there is no such folder. */
    static List<MigrationFile> of(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(MigrationFile::new)
                    .sorted(Comparator.comparingDouble(MigrationFile::number))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return path.getFileName().toString();
    }

    private double number() {
        return Double.parseDouble(name().substring(1, name().indexOf("__")).replace('_', '.'));
    }

    /** Statements without comments; none of ours holds a semicolon inside. */
    List<String> statements() {
        try {
            var text = Files.readString(path).replaceAll("(?m)--.*$", "");
            return Arrays.stream(text.split(";"))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
