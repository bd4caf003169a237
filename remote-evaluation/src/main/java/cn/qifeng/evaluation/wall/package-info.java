/** Wall of rooms (远程评标监控墙): supervision sees all remote rooms of all evaluations at work at one moment. */
package cn.qifeng.evaluation.wall;
