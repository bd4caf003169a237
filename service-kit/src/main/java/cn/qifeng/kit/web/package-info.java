/** Problems and what every HTTP resource shares. */
package cn.qifeng.kit.web;
