package cn.qifeng.evaluation;

import cn.qifeng.testkit.migration.MigrationRules;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Migrations of remote-evaluation 数据库脚本")
class MigrationsTest extends MigrationRules {}
