/** What the wall shows. */
package cn.qifeng.evaluation.wall.application;
