package cn.qifeng.trading.keys;

import cn.qifeng.kit.document.SealImage;
import cn.qifeng.trust.ses.ElectronicSeal;
import cn.qifeng.trust.ses.SealPicture;
import cn.qifeng.trust.sign.SigningKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The platform's electronic seal (平台电子印章文件), {@code seal.esl} beside the keys. The sandbox makes one, signed by the
 * sealing key itself; in production it comes from a maker of seals and must admit the certificate {@code seal.der}.
 */
final class SealFile {

    private static final String FILE = "seal.esl";
    private static final int MILLIMETRES = 40;
    private static final int PIXELS = 480;
    private static final String NAME = "启封公共资源交易平台";

    private SealFile() {}

    static Optional<ElectronicSeal> of(KeyFolder folder, SigningKey key, boolean sandbox, Instant now) {
        var brought = folder.file(FILE).map(ElectronicSeal::parse);
        brought.filter(seal -> !seal.admits(key.certificate(), now)).ifPresent(seal -> {
            throw new IllegalStateException(FILE + " (" + seal.name() + ", until " + seal.validTo()
                    + ") does not admit the certificate seal.der now");
        });
        return brought.isPresent() || !sandbox ? brought : Optional.of(made(folder, key, now));
    }

    private static ElectronicSeal made(KeyFolder folder, SigningKey key, Instant now) {
        var until = key.certificate().getNotAfter().toInstant();
        var properties = new ElectronicSeal.Properties(
                "QIFENG-" + key.certificateId().substring(0, 16), "QIFENG", NAME, now, now, until);
        var picture = new SealPicture("PNG", SealImage.png(NAME, "沙箱电子签章", PIXELS), MILLIMETRES, MILLIMETRES);
        var seal = ElectronicSeal.make(properties, picture, List.of(key.certificate()), key);
        folder.write(FILE, seal);
        return ElectronicSeal.parse(seal);
    }
}
