package cn.qifeng.bond;

import cn.qifeng.testkit.HouseRules;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Architecture of guarantee-bond 架构")
class ArchitectureTest extends HouseRules {

    ArchitectureTest() {
        super("cn.qifeng.bond");
    }
}
