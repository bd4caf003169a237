/** The legal clock. */
package cn.qifeng.kit.clock;
