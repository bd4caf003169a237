package cn.qifeng.kit.document.ofd;

import cn.qifeng.trust.hash.Sm3;
import java.awt.geom.Rectangle2D;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;

/** The description of what is sealed (签名描述, GB/T 33190 clause 18): every file of the package with its SM3. */
final class OfdSignatureXml {

    /** List of the signatures of a document. */
    static final String LIST = "/Doc_0/Signs/Signatures.xml";

    private static final String FOLDER = "/Doc_0/Signs/Sign_0/";
    static final String PLACE = FOLDER + "Signature.xml";
    static final String SEAL = FOLDER + "Seal.esl";
    static final String VALUE = FOLDER + "SignedValue.dat";

    private static final String SM3 = "1.2.156.10197.1.401";
    private static final String SM2_WITH_SM3 = "1.2.156.10197.1.501";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSS'Z'").withZone(ZoneId.of("UTC"));

    private OfdSignatureXml() {}

    static String list() {
        return "<ofd:Signatures %s><ofd:MaxSignId>1</ofd:MaxSignId><ofd:Signature ID=\"1\" Type=\"Seal\" BaseLoc=\"%s\"/></ofd:Signatures>"
                .formatted(OfdXml.NAMESPACE, PLACE);
    }

    /**
     * Over these files.
     *
     * @param page id of the page on which the seal's picture stands
     * @param place where it stands, millimetres
     */
    static String signature(Map<String, byte[]> files, Instant at, int page, Rectangle2D place) {
        var references = new StringBuilder();
        files.forEach((path, content) -> references
                .append("<ofd:Reference FileRef=\"")
                .append(path)
                .append("\"><ofd:CheckValue>")
                .append(Base64.getEncoder().encodeToString(Sm3.of(content)))
                .append("</ofd:CheckValue></ofd:Reference>"));
        return "<ofd:Signature %s><ofd:SignedInfo>".formatted(OfdXml.NAMESPACE)
                + "<ofd:Provider ProviderName=\"Qifeng\" Company=\"Qifeng\" Version=\"1\"/>"
                + "<ofd:SignatureMethod>" + SM2_WITH_SM3 + "</ofd:SignatureMethod>"
                + "<ofd:SignatureDateTime>" + TIME.format(at) + "</ofd:SignatureDateTime>"
                + "<ofd:References CheckMethod=\"" + SM3 + "\">" + references + "</ofd:References>"
                + "<ofd:StampAnnot ID=\"1\" PageRef=\"%d\" Boundary=\"%s\"/>".formatted(page, OfdXml.box(place))
                + "<ofd:Seal><ofd:BaseLoc>" + SEAL + "</ofd:BaseLoc></ofd:Seal>"
                + "</ofd:SignedInfo><ofd:SignedValue>" + VALUE + "</ofd:SignedValue></ofd:Signature>";
    }
}
