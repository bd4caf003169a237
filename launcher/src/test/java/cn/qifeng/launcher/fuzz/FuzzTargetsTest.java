package cn.qifeng.launcher.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Fuzz targets, without the fuzzer")
class FuzzTargetsTest {

    private static final int CHANGED = 40;

    @TempDir
    Path corpus;

    static Stream<Class<?>> targets() {
        return FuzzCommand.TARGETS.values().stream();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void holdTheirPropertiesForRealObjectsAndForChangedOnes(Class<?> target) throws Exception {
        System.setProperty(World.CORPUS, corpus.toString());
        target.getMethod("fuzzerInitialize").invoke(null);
        var random = new Random(7);
        try (var seeds = Files.list(corpus)) {
            var objects = seeds.toList();
            assertThat(objects).isNotEmpty();
            for (var object : objects) {
                var genuine = Files.readAllBytes(object);
                tryOne(target, genuine);
                for (int i = 0; i < CHANGED; i++) {
                    tryOne(target, changed(genuine, random));
                }
            }
        }
    }

    private static byte[] changed(byte[] genuine, Random random) {
        if (random.nextInt(4) == 0) {
            return Arrays.copyOf(genuine, random.nextInt(genuine.length + 8));
        }
        var bytes = genuine.clone();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    private static void tryOne(Class<?> target, byte[] input) throws Exception {
        try {
            target.getMethod("fuzzerTestOneInput", byte[].class).invoke(null, (Object) input);
        } catch (InvocationTargetException found) {
            throw new AssertionError(target.getSimpleName() + " found something", found.getCause());
        }
    }
}
