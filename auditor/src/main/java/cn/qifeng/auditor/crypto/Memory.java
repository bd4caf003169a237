package cn.qifeng.auditor.crypto;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What verified before, by a hash over everything that was verified; the oldest are forgotten. */
final class Memory<T> {

    private static final int SIZE_MAX = 4096;

    private final Map<String, T> known = new LinkedHashMap<>(SIZE_MAX, 0.75f, true) {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
            return size() > SIZE_MAX;
        }
    };

    /** The value of the key; {@code check} makes it the first time, or throws. */
    T get(String key, Supplier<T> check) {
        synchronized (known) {
            var value = known.get(key);
            if (value != null) {
                return value;
            }
        }
        var made = check.get();
        synchronized (known) {
            known.put(key, made);
        }
        return made;
    }
}
