"""The usual Chinese family names in Latin letters, for an English voice, and those of two characters."""

from __future__ import annotations

_USUAL = (  # noqa: SIM905 - a list of words reads best as words
    """
    王 Wang 李 Li 张 Zhang 刘 Liu 陈 Chen 杨 Yang 黄 Huang 赵 Zhao 周 Zhou 吴 Wu 徐 Xu 孙 Sun 朱 Zhu
    马 Ma 胡 Hu 郭 Guo 林 Lin 何 He 高 Gao 罗 Luo 郑 Zheng 梁 Liang 谢 Xie 宋 Song 唐 Tang 许 Xu
    邓 Deng 冯 Feng 韩 Han 曹 Cao 曾 Zeng 彭 Peng 萧 Xiao 肖 Xiao 蔡 Cai 潘 Pan 田 Tian 董 Dong
    袁 Yuan 于 Yu 余 Yu 叶 Ye 蒋 Jiang 杜 Du 苏 Su 魏 Wei 程 Cheng 吕 Lyu 丁 Ding 沈 Shen 任 Ren
    姚 Yao 卢 Lu 傅 Fu 钟 Zhong 姜 Jiang 崔 Cui 谭 Tan 廖 Liao 范 Fan 汪 Wang 陆 Lu 金 Jin 石 Shi
    戴 Dai 贾 Jia 韦 Wei 夏 Xia 邱 Qiu 方 Fang 侯 Hou 邹 Zou 熊 Xiong 孟 Meng 秦 Qin 白 Bai 江 Jiang
    阎 Yan 薛 Xue 尹 Yin 段 Duan 雷 Lei 黎 Li 史 Shi 龙 Long 陶 Tao 贺 He 顾 Gu 毛 Mao 郝 Hao 龚 Gong
    邵 Shao 万 Wan 钱 Qian 严 Yan 覃 Qin 武 Wu 戚 Qi 莫 Mo 孔 Kong 向 Xiang 汤 Tang 常 Chang 温 Wen
    康 Kang 施 Shi 文 Wen 牛 Niu 樊 Fan 葛 Ge 邢 Xing 安 An 齐 Qi 易 Yi 乔 Qiao 伍 Wu 庞 Pang 颜 Yan
    倪 Ni 庄 Zhuang 聂 Nie 章 Zhang 鲁 Lu 岳 Yue 翟 Zhai 殷 Yin 詹 Zhan 申 Shen 欧 Ou 耿 Geng 关 Guan
    兰 Lan 焦 Jiao 俞 Yu 左 Zuo 柳 Liu 甘 Gan 祝 Zhu 包 Bao 宁 Ning 尚 Shang 符 Fu 舒 Shu 阮 Ruan
    柯 Ke 纪 Ji 梅 Mei 童 Tong 凌 Ling 毕 Bi 单 Shan 季 Ji 裴 Pei 霍 Huo 涂 Tu 成 Cheng 苗 Miao 谷 Gu
    盛 Sheng 曲 Qu 翁 Weng 冉 Ran 骆 Luo 蓝 Lan 路 Lu 欧阳 Ouyang 司马 Sima 上官 Shangguan 诸葛 Zhuge
    东方 Dongfang 皇甫 Huangfu 尉迟 Yuchi 公孙 Gongsun 令狐 Linghu 慕容 Murong 司徒 Situ 夏侯 Xiahou
    宇文 Yuwen 长孙 Zhangsun 端木 Duanmu 独孤 Dugu 南宫 Nangong
    """
).split()
IN_LATIN = dict(zip(_USUAL[::2], _USUAL[1::2], strict=True))
"""How the usual family names are written in passports."""
COMPOUND = frozenset(name for name in IN_LATIN if len(name) > 1)
"""Those of two characters."""
