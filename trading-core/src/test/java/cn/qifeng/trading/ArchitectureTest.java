package cn.qifeng.trading;

import cn.qifeng.testkit.HouseRules;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Architecture of trading-core 架构")
class ArchitectureTest extends HouseRules {

    ArchitectureTest() {
        super("cn.qifeng.trading");
    }
}
