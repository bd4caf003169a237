package cn.qifeng.testkit;

import cn.qifeng.trust.cert.Credential;
import cn.qifeng.trust.cert.KeyFile;
import cn.qifeng.trust.hash.Sm3;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Key files of the sandbox's people, each opened once in a run: to open one is slow on purpose. */
public final class DemoKeys {

    private static final char[] PASSWORD = "qifeng-demo".toCharArray();

    private static final Map<String, Credential> OPENED = new ConcurrentHashMap<>();

    private DemoKeys() {}

    /** What this file holds for the password that all people of the sandbox share. */
    public static Credential open(byte[] file) {
        return OPENED.computeIfAbsent(
                Sm3.hex(file), unseen -> KeyFile.read(file, PASSWORD).credential());
    }
}
