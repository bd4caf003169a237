/** What holds between the migrations of one service for its two databases. */
package cn.qifeng.testkit.migration;
