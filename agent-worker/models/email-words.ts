/** The mail providers that people have; another domain is heard freely, or spelled. */
export const mailProviders = 'gmail yahoo hotmail outlook icloud aol example'.split(' ');

/** What the part before the at sign is often made of, names first; anything else is spelled. */
export const mailboxWords = (
  'james mary robert patricia john jennifer michael linda david elizabeth william barbara richard susan joseph jessica ' +
  'thomas sarah charles karen christopher lisa daniel nancy matthew betty anthony sandra mark margaret donald ashley ' +
  'steven kimberly paul emily andrew donna joshua michelle kenneth carol kevin amanda brian melissa george deborah edward ' +
  'stephanie ronald rebecca timothy laura jason helen jeffrey amy ryan anna jacob angela gary ruth nicholas brenda eric ' +
  'pamela jonathan nicole stephen katherine larry samantha justin christine scott emma brandon catherine benjamin virginia ' +
  'samuel rachel frank julia alex jane kate sam bob tom chris mike dave joe kim max ben peter nick lucy jack anne maria ' +
  'grace maya olivia sophia chloe hannah megan lauren oliver adam simon aaron kyle sean ' +
  'smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson taylor ' +
  'moore jackson martin lee perez thompson white harris clark lewis robinson walker young allen king wright torres hill ' +
  'flores green adams nelson baker hall rivera campbell mitchell carter roberts doe ross cook bell wood gray reed fox ' +
  'info contact orders order shop hello support sales office home test mail'
).split(' ');
